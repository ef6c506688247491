export { edition2019 } from './edition-2019'
export { edition2021 } from './edition-2021'
export { figureOf, figures, figuresOfEdition, isCellId, narrativeIds, oneRowOtherwise, table3Rows } from './figures'
export { grids } from './grid'
export { identities, totalIdentities, yearlyIdentities } from './identities'
export { simpleForms, simplified } from './traditional'
export type {
  CellId,
  Figure,
  FormEdition,
  GridCell,
  Identity,
  IdentityFamily,
  Labelled,
  NarrativeId,
  Section,
  TableGrid,
  TableId,
  Term,
} from './types'
