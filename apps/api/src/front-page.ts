import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** What somebody sees who opens the address in a browser: what answers here, and how to go on. Without script, style or picture. */
const page = `<!doctype html>
<html lang="nb">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Samspor</title>
</head>
<body>
<h1>Samspor</h1>
<p>Fagsystemet til en kommunes koordinerende enhet: hver handling er en hendelse som ikke endres.</p>
<p>Her svarer foreløpig bare HTTP-grensesnittet. Sider for nettleseren finnes ikke ennå.</p>
<ul>
<li><a href="/openapi.json">Grensesnittet, som OpenAPI</a></li>
<li><a href="/health/ready">Hvordan det står til</a></li>
</ul>
<h2>Logge inn</h2>
<p>Hver forespørsel under <code>/v1</code> har et token: <code>Authorization: Bearer …</code>. Det kommer fra kommunens innloggingstjeneste.</p>
<p>Uten innloggingstjeneste, på egen maskin, gis det token for prøve av <code>POST /demo/token</code> til den som har startnøkkelen. Den står i
fila <code>demo-key</code> i datamappa og sist i adressen som starten skrev ut. README viser hvordan.</p>
</body>
</html>
`;

/** At the address itself. */
export function serveFrontPage(app: NestFastifyApplication): void {
  app
    .getHttpAdapter()
    .getInstance()
    .get('/', (_request, reply) => reply.type('text/html; charset=utf-8').send(page));
}
