import { v4 as uuid } from 'uuid';
import { ApiProblem, reportLine } from '#platform/ui';
import { readProblem, reportSignedOut } from './client.ts';

export interface Sending<Answer> {
  readonly answer: Promise<Answer>;
  readonly stop: () => void;
}

/**
 * Sends one file with its progress, which fetch cannot tell.
 * @param address path of the operation with its query
 * @param onProgress share of the bytes sent, 0-1
 * @throws ApiProblem (through `answer`) when refused; DOMException AbortError when stopped
 */
export function sendFile<Answer>(
  address: string,
  file: File,
  onProgress: (share: number) => void,
): Sending<Answer> {
  const request = new XMLHttpRequest();
  const answer = new Promise<Answer>((resolve, reject) => {
    request.open('POST', address);
    request.setRequestHeader('Idempotency-Key', uuid());
    request.setRequestHeader('Accept', 'application/json');
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total);
    };
    request.onload = () => {
      reportLine(true);
      if (request.status === 401) reportSignedOut();
      const body = readJson(request.responseText);
      if (request.status >= 200 && request.status < 300) resolve(body as Answer);
      else reject(new ApiProblem(readProblem(body, request.status)));
    };
    request.onerror = () => {
      reportLine(false);
      reject(new TypeError('network'));
    };
    request.onabort = () => reject(new DOMException('stopped', 'AbortError'));
    const body = new FormData();
    body.append('file', file);
    request.send(body);
  });
  return { answer, stop: () => request.abort() };
}

function readJson(text: string): unknown {
  try {
    return text ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}
