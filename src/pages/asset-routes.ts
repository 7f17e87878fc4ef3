import { type Response, Router } from 'express';
import type { Asset, Assets } from './assets.ts';

const A_YEAR = 'public, max-age=31536000, immutable';

/** Serves the static files, compressed ahead, to be kept for ever: new contents, new address. */
export function assetRoutes(assets: Assets): Router {
  const router = Router();
  // Other sites name the element by this one address; what it loads then has its own version.
  router.get('/dispatch-search.js', (_request, response) => {
    response
      .set('Access-Control-Allow-Origin', '*')
      .set('Cache-Control', 'public, max-age=300')
      .redirect(302, assets.href('dispatch-search.js'));
  });
  router.get('/assets/:version/:name', (request, response, next) => {
    const asset = assets.files.get(request.params.name);
    if (!asset) return next();
    const isCurrent = request.params.version === assets.version;
    response
      .set('Cache-Control', isCurrent ? A_YEAR : 'no-cache')
      .set('X-Content-Type-Options', 'nosniff')
      .set('Access-Control-Allow-Origin', '*')
      .set('Cross-Origin-Resource-Policy', 'cross-origin')
      .type(asset.type);
    sendCompressed(asset, request.acceptsEncodings('br', 'gzip', 'identity'), response);
  });
  return router;
}

function sendCompressed(asset: Asset, encoding: string | false, response: Response): void {
  response.vary('Accept-Encoding');
  if (encoding === 'br' || encoding === 'gzip') {
    response.set('Content-Encoding', encoding).send(asset[encoding]);
  } else {
    response.send(asset.plain);
  }
}
