import { sentencesOf } from '#event-sourcing/refusals';

/** What is said of cells, headings and whole files, in English, bokmål and nynorsk. Of a cell it goes on after its place. Never what stands there. */
const sentences = {
  // Of a cell.
  empty: ['is empty.', 'er tom.', 'er tom.'],
  date: [
    'is a date, where a text is meant: format the column as text.',
    'er en dato, men her skal det stå tekst: formater kolonnen som tekst.',
    'er ein dato, men her skal det stå tekst: formater kolonnen som tekst.',
  ],
  formula: [
    'holds a formula: put the value in its place.',
    'inneholder en formel: sett inn verdien i stedet.',
    'inneheld ein formel: set inn verdien i staden.',
  ],
  'formula-without-value': [
    'holds a formula without a value: open the file in the spreadsheet, save it anew, or put the value in its place.',
    'inneholder en formel uten verdi: åpne fila i regnearket og lagre den på nytt, eller sett inn verdien i stedet.',
    'inneheld ein formel utan verdi: opne fila i reknearket og lagre ho på nytt, eller set inn verdien i staden.',
  ],
  text: [
    'takes one line of at most {max} letters.',
    'tar én linje på høyst {max} tegn.',
    'tek éi linje på høgst {max} teikn.',
  ],
  lines: [
    'takes at most {max} letters.',
    'tar høyst {max} tegn, og ingen styretegn.',
    'tek høgst {max} teikn, og ingen styreteikn.',
  ],
  garbled: [
    'has letters that were saved in one encoding and opened in another (Ã¦, Ã¸, Ã¥): save the file anew as CSV UTF-8.',
    'har bokstaver som er lagret i ett tegnsett og åpnet i et annet (Ã¦, Ã¸, Ã¥): lagre fila på nytt som CSV UTF-8.',
    'har bokstavar som er lagra i eitt teiknsett og opna i eit anna (Ã¦, Ã¸, Ã¥): lagre fila på nytt som CSV UTF-8.',
  ],
  day: [
    'is no day of the calendar: write 2026-01-31 or 31.01.2026.',
    'er ingen dato i kalenderen: skriv 31.01.2026.',
    'er ingen dato i kalenderen: skriv 31.01.2026.',
  ],
  'none-of': ['is none of these: {known}.', 'er ingen av disse: {known}.', 'er ingen av desse: {known}.'],
  unit: [
    'is no unit by that name: write its code.',
    'er ikke navnet på noen enhet: skriv koden til enheten.',
    'er ikkje namnet på noka eining: skriv koden til eininga.',
  ],
  quotation: [
    'a quotation mark stands in the middle of the cell: double it.',
    'et anførselstegn står midt i cella: skriv det dobbelt.',
    'eit hermeteikn står midt i cella: skriv det dobbelt.',
  ],
  'quotation-open': [
    'the quotation mark is never closed.',
    'anførselstegnet blir aldri lukket.',
    'hermeteiknet blir aldri lukka.',
  ],
  merged: [
    'is merged with others ({range}): split the cells, each with its value.',
    'er slått sammen med andre celler ({range}): del cellene, og skriv verdien i hver av dem.',
    'er slått saman med andre celler ({range}): del cellene, og skriv verdien i kvar av dei.',
  ],
  unread: [
    'cannot be read: write the value anew.',
    'kan ikke leses: skriv verdien på nytt.',
    'kan ikkje lesast: skriv verdien på nytt.',
  ],
  error: [
    'holds an error, as #N/A is one: put the value in its place.',
    'inneholder en feil, slik #I/T er: sett inn verdien i stedet.',
    'inneheld ein feil, slik #I/T er: set inn verdien i staden.',
  ],
  // Of headings.
  'no-headings': [
    'it is empty. The first row has the headings.',
    'den er tom. Den første raden skal ha overskriftene.',
    'ho er tom. Den første rada skal ha overskriftene.',
  ],
  'heading-twice': [
    'the same heading stands twice.',
    'den samme overskriften står to ganger.',
    'den same overskrifta står to gonger.',
  ],
  'no-column': [
    'there is no column with the heading {headings}.',
    'det er ingen kolonne med overskriften {headings}.',
    'det er ingen kolonne med overskrifta {headings}.',
  ],
  'column-not-read': [
    'column {letter} is not read',
    'kolonne {letter} blir ikke lest',
    'kolonne {letter} blir ikkje lesen',
  ],
  // Of the whole file.
  unopened: ['it cannot be opened.', 'den kan ikke åpnes.', 'ho kan ikkje opnast.'],
  'too-large': [
    'it is larger than {most} MB.',
    'den er større enn {most} MB.',
    'ho er større enn {most} MB.',
  ],
  'older-kind': [
    'it is a workbook of an older kind, or protected by a password. Save it as .xlsx or CSV.',
    'det er en arbeidsbok av en eldre type, eller den er beskyttet med passord. Lagre den som .xlsx eller CSV.',
    'det er ei arbeidsbok av ein eldre type, eller ho er verna med passord. Lagre ho som .xlsx eller CSV.',
  ],
  'not-text': [
    'it is neither a workbook nor text. Save it as .xlsx or CSV.',
    'den er verken en arbeidsbok eller tekst. Lagre den som .xlsx eller CSV.',
    'ho er korkje ei arbeidsbok eller tekst. Lagre ho som .xlsx eller CSV.',
  ],
  'not-utf8': [
    'row {row} is not written in UTF-8. Save the file as "CSV UTF-8", or give --encoding windows-1252 where it comes from an older program.',
    'rad {row} er ikke skrevet i UTF-8. Lagre fila som «CSV UTF-8».',
    'rad {row} er ikkje skriven i UTF-8. Lagre fila som «CSV UTF-8».',
  ],
  'unknown-encoding': [
    'row {row} is written in no encoding that is read here. Save the file as "CSV UTF-8".',
    'rad {row} er skrevet i et tegnsett som ikke kan leses. Lagre fila som «CSV UTF-8».',
    'rad {row} er skriven i eit teiknsett som ikkje kan lesast. Lagre fila som «CSV UTF-8».',
  ],
  'too-many-columns': [
    'row {row} has more than {most} columns.',
    'rad {row} har mer enn {most} kolonner.',
    'rad {row} har meir enn {most} kolonnar.',
  ],
  'too-many-rows': [
    'there are more than {most} rows.',
    'det er mer enn {most} rader.',
    'det er meir enn {most} rader.',
  ],
  'row-far-off': [
    'row {row} holds something: at most {most} rows are read.',
    'rad {row} inneholder noe: høyst {most} rader blir lest.',
    'rad {row} inneheld noko: høgst {most} rader blir lesne.',
  ],
  'column-far-off': [
    'row {row}, column {column} holds something: at most {most} columns are read.',
    'rad {row}, kolonne {column} inneholder noe: høyst {most} kolonner blir lest.',
    'rad {row}, kolonne {column} inneheld noko: høgst {most} kolonnar blir lesne.',
  ],
  damaged: ['the file is damaged.', 'fila er skadet.', 'fila er skadd.'],
  'larger-unpacked': [
    'it is far larger unpacked than any such list: it is not read. Delete empty rows and columns below and beside the list, and save it anew.',
    'den er mye større utpakket enn noen slik liste: den blir ikke lest. Slett tomme rader og kolonner under og ved siden av lista, og lagre på nytt.',
    'ho er mykje større utpakka enn noka slik liste: ho blir ikkje lesen. Slett tomme rader og kolonnar under og ved sida av lista, og lagre på nytt.',
  ],
  'too-slow': [
    'it takes far longer to read than any such list: it is not read. Copy the list into a new file, and save that.',
    'den tar mye lengre tid å lese enn noen slik liste: den blir ikke lest. Kopier lista til ei ny fil, og lagre den.',
    'ho tek mykje lengre tid å lese enn noka slik liste: ho blir ikkje lesen. Kopier lista til ei ny fil, og lagre den.',
  ],
  'no-workbook': [
    'it is no workbook of the kind .xlsx, or is protected by a password. Save it as .xlsx or CSV.',
    'det er ingen arbeidsbok av typen .xlsx, eller den er beskyttet med passord. Lagre den som .xlsx eller CSV.',
    'det er inga arbeidsbok av typen .xlsx, eller ho er verna med passord. Lagre ho som .xlsx eller CSV.',
  ],
  'unreadable-workbook': [
    'the workbook cannot be read: save it anew as .xlsx.',
    'arbeidsboka kan ikke leses: lagre den på nytt som .xlsx.',
    'arbeidsboka kan ikkje lesast: lagre ho på nytt som .xlsx.',
  ],
  'declares-entities': [
    'the workbook declares a document type of its own, which no spreadsheet does: it is not read. Save it anew as .xlsx.',
    'arbeidsboka erklærer en egen dokumenttype, noe ingen regneark gjør: den blir ikke lest. Lagre den på nytt som .xlsx.',
    'arbeidsboka erklærer ein eigen dokumenttype, noko ingen rekneark gjer: ho blir ikkje lesen. Lagre ho på nytt som .xlsx.',
  ],
  'too-many-sheets': [
    'it has more than {most} sheets. Save the one with the list alone.',
    'den har mer enn {most} ark. Lagre arket med lista for seg.',
    'ho har meir enn {most} ark. Lagre arket med lista for seg.',
  ],
  'too-many-texts': [
    'its cells point to more than {most} texts (xl/sharedStrings.xml).',
    'cellene viser til mer enn {most} tekster (xl/sharedStrings.xml).',
    'cellene viser til meir enn {most} tekstar (xl/sharedStrings.xml).',
  ],
} as const;

export const say = sentencesOf('spreadsheet', sentences);
