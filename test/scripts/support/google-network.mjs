// Preloaded into clasp by tests: every request to Google goes to a server of the test, whatever its host is.
import http from 'node:http'
import https from 'node:https'

const port = process.env.GOOGLE_NETWORK_PORT

https.request = (address, options, ...rest) => {
  const { host, pathname, search } = new URL(String(address))
  const headers = { ...options.headers, 'x-host': host }
  const { method } = options
  return http.request({ hostname: '127.0.0.1', port, path: pathname + search, method, headers }, ...rest)
}
