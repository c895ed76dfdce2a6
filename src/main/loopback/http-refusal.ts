/** A request that is not served: the status and a short reason that names no data. */
export class HttpRefusal extends Error {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, reason: string, headers: Readonly<Record<string, string>> = {}) {
    super(reason);
    this.name = 'HttpRefusal';
    this.status = status;
    this.headers = headers;
  }
}
