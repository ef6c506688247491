export { readXls } from './read-xls'
