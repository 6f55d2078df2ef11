import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
// @ts-expect-error the package has no types; what is used of it is written down below.
import OidcProvider from 'oidc-provider';

interface ProviderGrant {
  addOIDCScope(scope: string): void;
  save(): Promise<string>;
}

interface Provider {
  readonly Grant: new (owner: { clientId: string; accountId: string }) => ProviderGrant;
  callback(): (request: IncomingMessage, response: ServerResponse) => void;
  interactionDetails(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<{ prompt: { name: string }; session?: { accountId: string }; params: { client_id: string } }>;
  interactionFinished(request: IncomingMessage, response: ServerResponse, result: object): Promise<void>;
}

/** A real OpenID provider on this machine, whose sign-in page asks nothing. */
export interface RunningProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Who its next visitor is; null: the visitor refuses to sign in. */
  visitor: string | null;
  /** Goes where a browser would go from `address` until the provider sends it back to our callback; gives that address. */
  visit(address: string): Promise<string>;
  close(): Promise<void>;
}

export async function startProvider(redirectUri: string): Promise<RunningProvider> {
  const http = createServer();
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const issuer = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const client = { client_id: 'hoaban', client_secret: 'only-for-this-test', redirect_uris: [redirectUri] };
  const provider: Provider = new OidcProvider(issuer, {
    clients: [client],
    cookies: { keys: ['only-for-this-test'] },
    features: { devInteractions: { enabled: false } },
    interactions: {
      url: (_context: unknown, interaction: { uid: string }) => `/interaction/${interaction.uid}`,
    },
    findAccount: (_context: unknown, id: string) => ({ accountId: id, claims: () => ({ sub: id }) }),
    pkce: { required: () => true },
    ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 60, IdToken: 60, Interaction: 60, Session: 60 },
  });

  const running: RunningProvider = {
    issuer,
    clientId: client.client_id,
    clientSecret: client.client_secret,
    visitor: null,

    async visit(address) {
      const cookies = new Map<string, string>();
      let next = address;
      for (let step = 0; step < 10; step++) {
        const answer = await fetch(next, {
          redirect: 'manual',
          headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
        });
        for (const line of answer.headers.getSetCookie()) {
          const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
          cookies.set(name!, value!);
        }
        const location = answer.headers.get('location');
        if (!location)
          throw new Error(`the provider stopped at ${next}: ${answer.status} ${await answer.text()}`);
        next = new URL(location, next).href;
        if (next.startsWith(redirectUri)) return next;
      }
      throw new Error('the provider sends the browser in circles');
    },

    async close() {
      http.closeAllConnections();
      http.close();
      await once(http, 'close');
    },
  };

  async function interact(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { prompt, session, params } = await provider.interactionDetails(request, response);
    if (running.visitor === null) {
      return provider.interactionFinished(request, response, { error: 'access_denied' });
    }
    if (prompt.name === 'login') {
      return provider.interactionFinished(request, response, { login: { accountId: running.visitor } });
    }
    const grant = new provider.Grant({ clientId: params.client_id, accountId: session!.accountId });
    grant.addOIDCScope('openid');
    return provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } });
  }

  const answer = provider.callback();
  http.on('request', (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return answer(request, response);
    interact(request, response).catch((error: Error) => response.writeHead(500).end(error.message));
  });
  return running;
}
