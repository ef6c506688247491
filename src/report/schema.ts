import { edition2019, edition2021, figuresOfEdition, grids, type FormEdition } from '../form'

const text = { type: 'string' }

const definitions = (ids: readonly string[]) => ({
  cellValue: {
    description:
      'A figure as the office wrote it. A plain text is read as if it stood in a table. JSON numbers lose trailing ' +
      'zeros and digits beyond the fifteenth: write such a figure as text, "12.50".',
    anyOf: [
      { description: 'Written in plain digits.', type: 'number' },
      { description: 'Blank, which is not 0.', type: 'null' },
      { description: 'As written, to be read.', type: 'string' },
      {
        description: 'As written, with the number it stands for if it is one; the two may not contradict each other.',
        type: 'object',
        properties: { raw: text, value: { type: 'number' } },
        required: ['raw'],
        additionalProperties: false,
      },
    ],
  },
  unplacedRow: {
    description: 'A row of a source whose figures fit its cells in several ways or in none; the cells stay blank.',
    type: 'object',
    properties: {
      table: { enum: Object.values(grids).map(({ table }) => table) },
      cells: { type: 'array', items: { type: 'string', enum: ids } },
      written: { type: 'array', items: text },
      place: text,
    },
    required: ['table', 'cells', 'written', 'place'],
    additionalProperties: false,
  },
})

const schemaOf = (form: FormEdition, figures: (typeof figuresOfEdition)[string] = []) => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: `${form.title}（${form.source}）`,
  description: 'One annual report, the canonical record. A figure that is missing is blank.',
  type: 'object',
  properties: {
    $schema: text,
    edition: { const: form.edition },
    unit: { description: 'The office that reports; empty where unknown.', ...text },
    year: {
      description: 'The year reported on; null where unknown.',
      type: ['integer', 'null'],
      minimum: 1000,
      maximum: 9999,
    },
    figures: {
      type: 'object',
      properties: Object.fromEntries(
        figures.map(({ id, rowLabel, columnLabel }) => [
          id,
          { title: `${rowLabel} · ${columnLabel}`, $ref: '#/$defs/cellValue' },
        ]),
      ),
      additionalProperties: false,
    },
    narrative: {
      description: 'Sections 一, 五 and 六; paragraphs are separated by a line feed.',
      type: 'object',
      properties: { overview: text, problems: text, other: text },
      additionalProperties: false,
    },
    unplaced: { type: 'array', items: { $ref: '#/$defs/unplacedRow' } },
  },
  required: ['edition', 'figures'],
  additionalProperties: false,
  $defs: definitions(figures.map(({ id }) => id)),
})

/** The JSON Schemas (draft 2020-12) of a report, one an edition, as published in `schema/report-EDITION.schema.json`. */
export const reportSchemas = [edition2021, edition2019].map((form) => ({
  edition: form.edition,
  schema: schemaOf(form, figuresOfEdition[form.edition]),
}))
