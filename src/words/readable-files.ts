/** Extensions of the files that the desk reads, as browsers take them. */
export const readableFiles = '.xlsx,.xls,.et,.ods,.csv,.docx,.doc,.wps,.rtf,.odt,.pdf,.html,.htm,.txt,.md,.json'
