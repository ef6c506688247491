export { readOds } from './read-ods'
