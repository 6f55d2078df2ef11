import { answer, api, type operations } from '#api';

export type SlipOrder = operations['people.printSlips']['requestBody']['content']['application/json'];

/** Asks for new slips and saves the PDF; the codes are nowhere else. */
export async function printSlips(
  order: SlipOrder,
  yearId: string | undefined,
  commandId: string,
): Promise<void> {
  const file = await answer<Blob>(
    api.POST('/api/people/slips', {
      params: { query: yearId ? { schoolYearId: yearId } : {} },
      body: order,
      headers: { 'Idempotency-Key': commandId },
      parseAs: 'blob',
    }) as never,
  );
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = `phieu-kich-hoat-${order.holder}.pdf`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
