/** Long work that rests after every symbol, so that whoever runs it can tell how far it is, let other work pass, or give it up. */
export type Portions<T> = Generator<{ readonly done: number; readonly total: number }, T, void>;
