import { type Dispatch, dispatchSchema } from '../../indexer/dispatch.ts';

/** The indexer's own bookkeeping, and words that are only searched: nobody outside is given these. */
const internal = {
  names: true,
  unconfirmed: true,
  traits: true,
  fingerprint: true,
  stamp: true,
} as const;

/** The schema of a dispatch as readers and their programs get it. */
export const publicSchema = dispatchSchema.omit(internal);
export type PublicDispatch = Omit<Dispatch, keyof typeof internal>;

/** Every field that readers may ask for. */
export const PUBLIC_FIELDS: readonly string[] = Object.keys(publicSchema.shape);

/** The names of the fields that stay inside. */
export const INTERNAL_FIELDS: readonly string[] = Object.keys(internal);

/** The dispatch without what stays inside. */
export function toPublic(dispatch: Dispatch): PublicDispatch {
  const shown = Object.entries(dispatch).filter(([name]) => !INTERNAL_FIELDS.includes(name));
  return Object.fromEntries(shown) as unknown as PublicDispatch;
}
