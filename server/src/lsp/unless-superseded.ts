import { Superseded } from './analysis.ts';

/** Answers `otherwise` when the document changed while the request was worked on: the client asks again by itself. */
export async function unlessSuperseded<T>(otherwise: T, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Superseded) return otherwise;
    throw error;
  }
}
