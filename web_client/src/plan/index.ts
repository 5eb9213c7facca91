/** Planning one review. */
export { Plan } from './Plan';
