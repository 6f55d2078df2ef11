import { answer, api } from '#api';

/** Numbers the requests of a group and saves them as PDF. */
export async function printRequests(
  group: { readonly id: string; readonly name: string },
  init: { headers: { 'Idempotency-Key': string } },
): Promise<void> {
  const file = await answer<Blob>(
    api.POST('/api/needs-survey/groups/{groupId}/requests.pdf', {
      params: { path: { groupId: group.id } },
      ...init,
      parseAs: 'blob',
    }) as never,
  );
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = `don-dang-ky-${group.name}.pdf`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
