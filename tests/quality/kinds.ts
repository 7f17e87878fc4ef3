import { articles } from './articles.ts';
import { datelines } from './datelines.ts';
import { languages } from './languages.ts';
import { people } from './people.ts';
import { peopleDiscovery } from './people-discovery.ts';
import { peopleVariants } from './people-variants.ts';
import type { SetKind } from './set-kind.ts';

/** The kinds of labelled sets that `npm run quality` scores; a room adds its own here. */
export const SET_KINDS: readonly SetKind[] = [
  articles,
  datelines,
  languages,
  people,
  peopleDiscovery,
  peopleVariants,
];
