export { visible } from '../article/visible.ts';
