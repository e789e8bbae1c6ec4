import path from 'node:path';
import { cdkEnvironment, emulatorEnvironment, LOCAL_CREDENTIALS } from '../../lib/local/environment';

/** What the person who runs this may have set, any of which would send the run astray. */
const INHERITED = {
  PATH: '/usr/bin',
  LANG: 'en_GB.UTF-8',
  HOME: '/home/somebody',
  AWS_PROFILE: 'production',
  AWS_ENDPOINT_URL: 'http://elsewhere:4566',
  AWS_ACCESS_KEY_ID: 'AKIAREAL',
  AWS_SESSION_TOKEN: 'token',
  HTTPS_PROXY: 'http://proxy:3128',
  NODE_OPTIONS: '--inspect',
  PERSIST_STATE: '1',
  USE_SSL: '1',
};
const NODE = path.dirname(process.execPath);

describe('the environment', () => {
  it('of the emulator keeps it on the loopback, in its folder, and away from everything else', () => {
    const place = { root: '/project', folder: '/project/.local/e', port: 4711, endpoint: 'http://127.0.0.1:4712' };
    expect(emulatorEnvironment(place, INHERITED)).toEqual({
      PATH: `${NODE}:/usr/bin`,
      LANG: 'en_GB.UTF-8',
      HOME: '/project/.local/e',
      TMPDIR: '/project/.local/e/tmp',
      STATE_DIR: '/project/.local/e/state',
      GATEWAY_PORT: '4711',
      BIND_HOST: '127.0.0.1',
      IOT_MTLS_ENABLED: '0',
      SFTP_ENABLED: '0',
      DOCKER_HOST: 'unix:///project/.local/e/no-docker',
      LAMBDA_EXECUTOR: 'local',
      AUTH: 'true',
      SFN_WAIT_SCALE: '0.001',
      AWS_ENDPOINT_URL: 'http://127.0.0.1:4712',
      AWS_DEFAULT_REGION: 'us-east-1',
      NODE_PATH: '/project/node_modules',
      PYTHONUNBUFFERED: '1',
    });
  });

  it('of CDK names the endpoint, the credentials and the accounts of this run, and no others', () => {
    const place = {
      folder: '/project/.local/run',
      endpoint: 'http://127.0.0.1:4712',
      credentials: LOCAL_CREDENTIALS,
      accounts: { DOMICILE_ACCOUNT_EU: '000000000000' },
    };
    expect(cdkEnvironment(place, INHERITED)).toEqual({
      PATH: `${NODE}:/usr/bin`,
      LANG: 'en_GB.UTF-8',
      DOMICILE_ACCOUNT_EU: '000000000000',
      HOME: '/project/.local/run',
      CDK_HOME: '/project/.local/run',
      CDK_DISABLE_CLI_TELEMETRY: 'true',
      AWS_ENDPOINT_URL: 'http://127.0.0.1:4712',
      AWS_ACCESS_KEY_ID: '000000000000',
      AWS_SECRET_ACCESS_KEY: 'test',
      AWS_REGION: 'us-east-1',
      AWS_EC2_METADATA_DISABLED: 'true',
      NO_COLOR: '1',
    });
  });
});
