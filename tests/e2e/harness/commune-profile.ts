import { HOSTS } from '../../pages/families.ts';

/** As a colleague might send it. It says of the host that the appointment stands elsewhere, so that whether it acts shows in the chip. */
export const communeProfile = {
  format: 'portal-profile/1',
  id: 'xa-vi-du',
  title: 'Một cửa xã (ví dụ)',
  hosts: [HOSTS.opencps],
  pages: [],
  labels: { never: ['Ngày hẹn trả'] },
  actions: [],
  confidence: 'uncertain',
  source: 'Bịa để thử, không có trang thật nào như vậy',
};
