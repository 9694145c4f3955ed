/** A line for whoever runs the command. */
export const tell = (line: string) => void process.stdout.write(`${line}\n`);
