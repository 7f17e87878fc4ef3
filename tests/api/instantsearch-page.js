import { instantMeiliSearch } from '@meilisearch/instant-meilisearch';
import instantsearch from 'instantsearch.js';
import {
  hits,
  pagination,
  refinementList,
  searchBox,
  stats,
} from 'instantsearch.js/es/widgets/index.js';

// The script of a page as somebody else would write it; the test bundles it for the browser.
const { searchClient } = instantMeiliSearch(document.body.dataset['host'] ?? '', 'no-key-needed');
const search = instantsearch({ indexName: 'dispatches', searchClient, routing: true });
search.addWidgets([
  searchBox({ container: '#box' }),
  stats({ container: '#stats', templates: { text: ({ nbHits }) => `${nbHits} found` } }),
  refinementList({ container: '#agencies', attribute: 'agency' }),
  refinementList({ container: '#people', attribute: 'people', operator: 'and', searchable: true }),
  hits({
    container: '#hits',
    templates: {
      item: (hit, { html, components }) =>
        html`<b>${components.Highlight({ hit, attribute: 'headline' })}</b>`,
    },
  }),
  pagination({ container: '#pages' }),
]);
search.start();
