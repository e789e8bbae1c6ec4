import { defineChannel, notCovered } from '../channel';

export const aiServiceAsyncOutput = defineChannel({
  id: 'ai-service-async-output',
  title: 'Jobs of Transcribe, Translate, Comprehend, Textract, Rekognition and Polly run in the home region',
  risk: 'What was said, written or shown is worked with in the region that the code asks, and transcripts and analyses are written into the bucket that it names.',
  level: 'content',
  legitimate:
    'For recordings and documents that were published anyway, such as manuals to be translated, where the home region lacks the service or the language.',
  remediation: 'Make the client for the home region, and name a bucket that a stack of the home region makes.',
  references: [
    'https://docs.aws.amazon.com/transcribe/latest/dg/data-output.html',
    'https://docs.aws.amazon.com/translate/latest/dg/async.html',
  ],

  proactive: notCovered(
    'jobs are started by calls; CloudFormation has no resource for them, and code or a state machine that names a foreign region is judged as such',
  ),
  preventive: {
    strength: 'region-deny',
    why: 'a job runs in the region in which it is started, which a region deny stops. Most of the services take no bucket of another region. transcribe:OutputBucketName holds the name of the bucket, which tells no region.',
    denies: [
      {
        actions: [
          'comprehend:StartEntitiesDetectionJob',
          'polly:StartSpeechSynthesisTask',
          'rekognition:CopyProjectVersion',
          'rekognition:StartFaceDetection',
          'textract:StartDocumentTextDetection',
          'transcribe:StartTranscriptionJob',
          'translate:StartTextTranslationJob',
        ],
        authorisedIn: 'destination',
        strength: 'region-deny',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'transcribe.amazonaws.com',
        eventName: 'StartTranscriptionJob',
        recordedIn: 'destination',
        opens: [{ path: 'outputBucketName', kind: 'bucket' }],
      },
      {
        eventSource: 'translate.amazonaws.com',
        eventName: 'StartTextTranslationJob',
        recordedIn: 'destination',
        opens: [{ path: 'outputDataConfig.s3Uri', kind: 'bucket' }],
      },
      {
        eventSource: 'comprehend.amazonaws.com',
        eventName: 'StartEntitiesDetectionJob',
        recordedIn: 'destination',
        opens: [{ path: 'outputDataConfig.s3Uri', kind: 'bucket' }],
      },
      {
        eventSource: 'textract.amazonaws.com',
        eventName: 'StartDocumentTextDetection',
        recordedIn: 'destination',
        opens: [{ path: 'outputConfig.s3Bucket', kind: 'bucket' }],
      },
      {
        eventSource: 'polly.amazonaws.com',
        eventName: 'StartSpeechSynthesisTask',
        recordedIn: 'destination',
        opens: [{ path: 'outputS3BucketName', kind: 'bucket' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-transcribe',
        command: 'GetTranscriptionJobCommand',
        field: 'TranscriptionJob.Transcript.TranscriptFileUri',
        kind: 'endpoint',
      },
      {
        client: '@aws-sdk/client-translate',
        command: 'ListTextTranslationJobsCommand',
        field: 'TextTranslationJobPropertiesList[].OutputDataConfig.S3Uri',
        kind: 'bucket',
      },
    ],
  },
});
