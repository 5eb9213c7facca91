/** The reviewing officer's first page. */
export { Today } from './Today';
