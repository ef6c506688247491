import { stop } from './browsers.mjs'

export default stop
