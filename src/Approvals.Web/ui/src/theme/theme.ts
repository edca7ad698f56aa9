import type { ThemeConfig } from 'antd';

/** The design tokens of the product, handed to Ant Design. The same colours stand as CSS variables in global.css. */
export const theme: ThemeConfig = {
  hashed: false,
  token: {
    colorPrimary: '#1456B8',
    // What is pointed at grows darker, so that its words stay legible.
    colorPrimaryHover: '#0F479B',
    colorLink: '#1456B8',
    colorLinkHover: '#0F479B',
    colorLinkActive: '#0B3A7E',
    colorInfo: '#1456B8',
    colorText: '#1A2432',
    colorTextSecondary: '#46535F',
    colorTextTertiary: '#5C6875',
    colorTextDescription: '#5C6875',
    colorTextPlaceholder: '#6B7683',
    colorBorder: '#C5CFDA',
    colorBorderSecondary: '#DBE2EA',
    colorSplit: '#E8EDF2',
    colorBgLayout: '#F2F5F9',
    colorError: '#BF2A2A',
    colorSuccess: '#1B7A4B',
    colorWarning: '#8A5200',
    fontFamily: "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif",
    fontSize: 14,
    fontWeightStrong: 600,
    borderRadius: 4,
    borderRadiusLG: 6,
    borderRadiusSM: 3,
    controlHeight: 32,
    controlHeightLG: 44,
    motion: false,
  },
  components: {
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', contentFontSizeLG: 16 },
    Segmented: { itemSelectedColor: '#1456B8', trackBg: '#E6EBF1' },
    Input: { activeShadow: 'none', inputFontSizeLG: 16 },
  },
};
