import * as apigateway from 'aws-cdk-lib/aws-apigatewayv2';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Duration, Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';

export interface KeyAuthorizerProps {
  readonly api: apigateway.IHttpApi;
  /** Says whether the key in a header opens what the path names. */
  readonly handler: IFunction;
  /** The header, in small letters. Without it API Gateway asks nobody, and answers 401. */
  readonly header: string;
}

/**
 * Routes that somebody reaches with a key instead of a token: their function is called only after another one has seen the key.
 *
 * CDK's own construct names its permission after a hash of the cell's path, by which two cells would differ.
 */
export class KeyAuthorizer extends Construct {
  readonly authorizer: apigateway.IHttpRouteAuthorizer;

  constructor(scope: Construct, id: string, { api, handler, header }: KeyAuthorizerProps) {
    super(scope, id);
    const { region, account } = Stack.of(this);
    const { authorizerId } = new apigateway.HttpAuthorizer(this, 'Authorizer', {
      httpApi: api,
      authorizerName: id,
      type: apigateway.HttpAuthorizerType.LAMBDA,
      authorizerUri: `arn:aws:apigateway:${region}:lambda:path/2015-03-31/functions/${handler.functionArn}/invocations`,
      identitySource: [`$request.header.${header}`],
      payloadFormatVersion: apigateway.AuthorizerPayloadVersion.VERSION_2_0,
      enableSimpleResponses: true,
      // A key that is taken back opens nothing from that moment on.
      resultsCacheTtl: Duration.seconds(0),
    });
    handler.addPermission('Permission', {
      scope: this,
      principal: new ServicePrincipal('apigateway.amazonaws.com'),
      sourceArn: `arn:aws:execute-api:${region}:${account}:${api.apiId}/authorizers/${authorizerId}`,
    });
    this.authorizer = apigateway.HttpAuthorizer.fromHttpAuthorizerAttributes(this, 'OfRoutes', {
      authorizerId,
      authorizerType: 'CUSTOM',
    });
  }
}
