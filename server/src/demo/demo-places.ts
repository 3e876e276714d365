/** Places and parties of the demo. Offices and centres are invented; provinces have their official codes. */
export const DEMO_PARTIES = [
  {
    code: 'DEPARTMENT',
    kind: 'department',
    name_th: 'กรมการจัดหางาน (สาธิต)',
    name_en: 'Department of Employment (demo)',
    province_code: '10',
  },
  {
    code: 'OFFICE-CENTRAL',
    kind: 'office',
    name_th: 'สำนักบริหารแรงงานต่างด้าว (สาธิต)',
    name_en: 'Central registration office (demo)',
    province_code: '10',
  },
  {
    code: 'OFFICE-10-1',
    kind: 'office',
    name_th: 'สำนักงานจัดหางานกรุงเทพมหานครพื้นที่ 1 (สาธิต)',
    name_en: 'Bangkok Employment Office Area 1 (demo)',
    province_code: '10',
  },
  {
    code: 'OFFICE-74',
    kind: 'office',
    name_th: 'สำนักงานจัดหางานจังหวัดสมุทรสาคร (สาธิต)',
    name_en: 'Samut Sakhon Employment Office (demo)',
    province_code: '74',
  },
  {
    code: 'CONTRACTOR',
    kind: 'contractor',
    name_th: 'ผู้รับจ้างศูนย์บริการ (สาธิต)',
    name_en: 'Service centre contractor (demo)',
    province_code: null,
  },
  {
    code: 'CENTRE-74-1',
    kind: 'centre',
    name_th: 'ศูนย์บริการสมุทรสาคร (สาธิต)',
    name_en: 'Samut Sakhon service centre (demo)',
    province_code: '74',
  },
  {
    code: 'CENTRE-10-1',
    kind: 'centre',
    name_th: 'ศูนย์บริการกรุงเทพฯ 1 (สาธิต)',
    name_en: 'Bangkok service centre 1 (demo)',
    province_code: '10',
  },
  {
    code: 'VAN-1',
    kind: 'centre',
    name_th: 'หน่วยบริการเคลื่อนที่ 1 (สาธิต)',
    name_en: 'Mobile unit 1 (demo)',
    province_code: '74',
  },
  {
    code: 'APPEALS',
    kind: 'department',
    name_th: 'สำนักงานรัฐมนตรี งานอุทธรณ์ (สาธิต)',
    name_en: "Minister's office, appeals (demo)",
    province_code: '10',
  },
  {
    code: 'INSPECTORATE',
    kind: 'inspectorate',
    name_th: 'พนักงานเจ้าหน้าที่ (สาธิต)',
    name_en: 'Inspectors (demo)',
    province_code: null,
  },
  {
    code: 'EMPLOYER-1',
    kind: 'employer',
    name_th: 'บริษัท ตัวอย่างอาหารทะเล จำกัด',
    name_en: 'Tuayang Seafood Co., Ltd.',
    province_code: '74',
  },
  {
    code: 'AGENT-1',
    kind: 'agent',
    name_th: 'สำนักงานตัวแทนสมมุติ',
    name_en: 'Sommut Agency',
    province_code: '74',
  },
] as const;

export type DemoPartyCode = (typeof DEMO_PARTIES)[number]['code'];
