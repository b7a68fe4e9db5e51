/** La respuesta de `POST /predict`. El detalle de un fallo interno nunca sale. */
export type PredictionResponse =
  | { readonly status: 200; readonly body: { readonly prediction: number; readonly confidence: number; readonly model_version: string; readonly request_id: string; readonly timestamp: string } }
  | { readonly status: 422 | 500; readonly body: { readonly detail: string } };

interface Scored {
  readonly probability: number;
  readonly modelVersion: string;
  readonly requestId: string;
  readonly at: string;
}

export function predictionResponse(scored: Scored): PredictionResponse {
  const { probability, modelVersion, requestId, at } = scored;
  const confidence = Math.abs(probability - 0.5) * 2;
  return { status: 200, body: { prediction: probability, confidence, model_version: modelVersion, request_id: requestId, timestamp: at } };
}

/** Un error de quien llama se explica; cualquier otro es `Prediction failed`. */
export function errorResponse(error: unknown): PredictionResponse {
  if (error instanceof RangeError) return { status: 422, body: { detail: error.message } };
  return { status: 500, body: { detail: 'Prediction failed' } };
}
