/** Where somebody reads what their reviewing officer shared with them. */
export { SharedWithMe } from './SharedWithMe';
