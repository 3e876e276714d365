import express, { type RequestHandler, type Router } from 'express';

/**
 * Two hundred routes in one router are two hundred patterns tried for a request at the end. Here a path's first part
 * (`applications`, in any case of letters, as Express compares) leads to a router of its own; the routes in it keep
 * their whole paths.
 */
export function routerByPlace(router: Router): (path: string) => Router {
  const routers = new Map<string, Router>();
  const dispatch: RequestHandler = (request, response, next) => {
    const place = routers.get(placeOf(request.path));
    if (place) place(request, response, next);
    else next();
  };
  // As a router shows its layers: whoever lists what the application answers finds them here.
  const stack: { readonly handle: Router }[] = [];
  router.use(Object.assign(dispatch, { stack }));
  return (path) => {
    const place = placeOf(path);
    const known = routers.get(place);
    if (known) return known;
    const added = express.Router();
    routers.set(place, added);
    stack.push({ handle: added });
    return added;
  };
}

function placeOf(path: string): string {
  const end = path.indexOf('/', 1);
  return path.slice(1, end < 0 ? undefined : end).toLowerCase();
}
