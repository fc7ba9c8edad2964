/** A request as the sites see it. */
export interface PageRequest {
  readonly url: URL;
  readonly cookie: string;
  /** Posted fields; null for a GET. */
  readonly form: URLSearchParams | null;
}

export interface PageAnswer {
  readonly status: number;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}
