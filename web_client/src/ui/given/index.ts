/** What somebody is given of a review. Fetched with the screens that show it. */
export { Given } from './Given';
