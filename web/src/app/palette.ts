/** The product's colours, the one source for antd's tokens and our own style sheets. Text on its ground reaches AA in both. */
export interface Palette {
  ground: string;
  surface: string;
  raised: string;
  line: string;
  edge: string;
  text: string;
  muted: string;
  action: string;
  actionHover: string;
  onAction: string;
  link: string;
  good: string;
  attention: string;
  danger: string;
  information: string;
  goodGround: string;
  attentionGround: string;
  dangerGround: string;
  informationGround: string;
  chosen: string;
  hover: string;
}

export const light: Palette = {
  ground: '#f3f6f7',
  surface: '#ffffff',
  raised: '#ffffff',
  line: '#dbe2e5',
  edge: '#84949b',
  text: '#15242a',
  muted: '#50626a',
  action: '#0b5a70',
  actionHover: '#0e6f89',
  onAction: '#ffffff',
  link: '#0b5a70',
  good: '#17693a',
  attention: '#835200',
  danger: '#b3261e',
  information: '#1d5ba3',
  goodGround: '#e7f4ec',
  attentionGround: '#fdf1dc',
  dangerGround: '#fcebea',
  informationGround: '#e8f0fa',
  chosen: '#e0f0f5',
  hover: '#eef4f6',
};

export const dark: Palette = {
  ground: '#0f1619',
  surface: '#161f23',
  raised: '#1d282d',
  line: '#2d3a40',
  edge: '#70828a',
  text: '#e3ebee',
  muted: '#a3b4bb',
  action: '#1a7791',
  actionHover: '#156a82',
  onAction: '#ffffff',
  link: '#74cbe2',
  good: '#74d296',
  attention: '#ecb95a',
  danger: '#ff9a91',
  information: '#8dbcf7',
  goodGround: '#15301f',
  attentionGround: '#35280f',
  dangerGround: '#3b1b1a',
  informationGround: '#16283f',
  chosen: '#153844',
  hover: '#1c292e',
};
