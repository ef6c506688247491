/** In `--ci` runs a test in a browser or with a process that fails is tried once more: CONTRIBUTING, “Tests”. */
import { jest } from '@jest/globals'

if (process.env['TEST_SECOND_TRY']) jest.retryTimes(1, { logErrorsBeforeRetry: true })
