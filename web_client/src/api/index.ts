/** The typed client of the server. */
export { type Api, api } from './calls';
export { type Loaded, useLoaded } from './loaded';
export { asProblem, CODES, Problem } from './problem';
export { actAs, letOut, lockedOut, proveBy, signedOut } from './request';
export * from './types';
