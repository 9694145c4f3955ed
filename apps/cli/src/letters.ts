import { Command } from 'commander';
import { easeOf, languages, type Letters, lettersIn, TemplateFaults } from '#correspondence';

export function lettersCommand(): Command {
  const check = new Command('check')
    .description('read the templates of a folder (LETTERS_DIR), and tell everything that is wrong with them')
    .argument('[folder]', 'those that come with the program alone where it is absent')
    .action(checked);
  return new Command('letters').addCommand(check);
}

function checked(folder?: string): void {
  const letters = read(folder);
  if (letters === undefined) return;
  for (const template of letters.templates.values()) {
    const eases = languages.map(
      (language) => `${language} ${easeOf(letters, template, language).toFixed(1)}`,
    );
    process.stdout.write(`${template.id}, version ${template.version}: LIX ${eases.join(', ')}\n`);
  }
}

function read(folder: string | undefined): Letters | undefined {
  try {
    return lettersIn(folder);
  } catch (error) {
    if (!(error instanceof TemplateFaults)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
    return undefined;
  }
}
