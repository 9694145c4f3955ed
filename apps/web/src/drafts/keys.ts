/** The keys under which the commands of one form are sent: the same key again is the same command. */
export interface Keys {
  /** That of a command, kept before it is used: what was sent and never answered is the same command after a reload too. */
  readonly keyFor: (command: string) => Promise<string>;
  /** It is recorded: what is sent next is another command. */
  readonly spend: (command: string) => void;
}
