import { ERROR_CODES, type ErrorBody, type ErrorCode } from '@permit/domain/contract/error-body.ts';
import type { ErrorRequestHandler } from 'express';
import type { Deps } from '../deps.ts';
import { ApiError } from '../errors.ts';
import { classifyFault } from './classify-fault.ts';

/** The one place that catches everything: a problem document out, ids into the log, never a stack trace. */
export function errorHandler(deps: Pick<Deps, 'log'>): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const fault = error instanceof ApiError ? error : classifyFault(error);
    const requestId = response.locals['requestId'] as string;
    const body = bodyOf(fault, requestId);
    if (body.status >= 500) {
      const err =
        error instanceof Error ? { name: error.name, message: error.message, stack: error.stack } : {};
      deps.log.error(
        { requestId, code: fault.code, method: request.method, route: request.route?.path as string, err },
        'request failed',
      );
    }
    if (fault.retryAfterSeconds !== undefined) response.set('retry-after', String(fault.retryAfterSeconds));
    response.status(body.status).type('application/problem+json').send(JSON.stringify(body));
  };
}

function bodyOf(fault: ApiError, requestId: string): ErrorBody & { detailCode?: string } {
  const code: ErrorCode = fault.code;
  const [status, title] = ERROR_CODES[code];
  const body = { type: `urn:permit:error:${code}`, title, status, code, requestId };
  return {
    ...body,
    ...(fault.fields.length > 0 ? { fields: [...fault.fields] } : {}),
    ...(fault.detailCode ? { detailCode: fault.detailCode } : {}),
  };
}
