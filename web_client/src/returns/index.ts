/** The statutory return, looked at before it leaves. */
export { Returns } from './Returns';
