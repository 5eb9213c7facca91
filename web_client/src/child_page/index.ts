/** All about one child's reviews. */
export { ChildPage } from './ChildPage';
