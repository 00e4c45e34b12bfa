export { useCart, type Cart } from './cart';
export { totalOf, type Item } from './total';
