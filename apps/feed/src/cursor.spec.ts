import { Cursors, type Place } from './cursor.js';

const secret = Buffer.alloc(32, 7);
const logId = '5b1d1a52-3b1c-4d5e-9c55-0a7f5f3a1576';
const place: Place = { tenant: '1576', logId, position: 123_456_789n };
const cursors = new Cursors(secret);

describe('a place as subscribers get it', () => {
  // These are in the hands of subscribers: what changes them makes each of them begin anew.
  it.each<[string, Place]>([
    [
      '6_Y2CX5fgf6jhY2HLQLJa6EcSb7HaZdgCRTgBOiuaEZOCzaY83edQYDouoW9GlmjVf7YI_jcY9T0ci-4OG8xo2ztJHNTLf9-eP7Gu6T_ORwIwi9TLKGdlY0NNOs',
      place,
    ],
    [
      'VQLJbDFbI786sHWyrLFdTo-6GyN9cYjikbGduH5KM0X5tVfRkC8P0b8tkvKb0XmOvSKgSqQdKoK-QCp-LYe8e_LzdGfOkhoINk99cthA1fKfeGHpyOFxC__kNBo',
      { ...place, position: 0n },
    ],
    [
      'Y_wXeDJn5esxj6yHARbPbTNDi5Zjp2KBmr3qK44RpoMsyVONeM7U2cNRs3vT26cEJ_xioA8tBHCJ8Y9DvN20SQ8bIfa5KuolRb-5_LxXsB9ihpdjGMn5sK0ccgk',
      { ...place, tenant: '3403' },
    ],
  ])('is %#', (text, of) => {
    expect(cursors.textOf(of)).toBe(text);
    expect(cursors.read(text)).toEqual(of);
  });

  it('is read back whichever way it was made, and of one length', () => {
    const late = { ...place, position: 2n ** 62n };
    const texts = [
      cursors.textOf(late),
      cursors.passingTextOf(late),
      cursors.textOf({ ...late, position: 1n }),
    ];
    expect(cursors.read(texts[1] ?? '')).toEqual(late);
    expect(new Set(texts.map(({ length }) => length)).size).toBe(1);
  });

  it('shows, where nothing was told, not even whether it is another', () => {
    expect(cursors.passingTextOf(place)).not.toBe(cursors.passingTextOf(place));
  });

  it('is nothing where it was changed, made with another key or made up', () => {
    const text = cursors.textOf(place);
    const changed = `${text.slice(0, 20)}${text[20] === 'A' ? 'B' : 'A'}${text.slice(21)}`;
    const others = [
      changed,
      new Cursors(Buffer.alloc(32, 8)).textOf(place),
      text.slice(0, -4),
      '',
      'a'.repeat(150),
    ];
    expect(others.map((one) => cursors.read(one))).toEqual(others.map(() => undefined));
  });
});
