// The port for sending mail. A connector implements it; there may be none.

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

export interface Mailer {
  /** Resolves when a mail server took it over. */
  send(mail: Mail): Promise<void>;
  close(): void;
}
