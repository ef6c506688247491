// Preloaded into clasp by tests: every request to Google goes to a server of the test, whatever its host is.
import http from 'node:http'
import https from 'node:https'
import { Module } from 'node:module'

const port = process.env.GOOGLE_NETWORK_PORT

https.request = (address, options, ...rest) => {
  const { host, pathname, search } = new URL(String(address))
  const headers = { ...options.headers, 'x-host': host }
  const { method } = options
  return http.request({ hostname: '127.0.0.1', port, path: pathname + search, method, headers }, ...rest)
}

// Google's library loads the code of its 300 services, which takes longer than all else that clasp does. clasp calls only these.
const used = /\/(?:discovery|drive|logging|oauth2|script|serviceusage)(?:\/|$)/
const { require } = Module.prototype
Module.prototype.require = function requireUsed(path) {
  const isService =
    (/googleapis.build.src.index\.js$/.test(this.filename) && path.startsWith('./apis/')) ||
    (/googleapis.build.src.apis.index\.js$/.test(this.filename) && path.startsWith('./'))
  return isService && !used.test(path) ? {} : require.call(this, path)
}
