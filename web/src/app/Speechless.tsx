import { Button, ConfigProvider } from 'antd';
import { antdTheme, useDark } from './theme';

/** Shown when the page's own words didn't arrive, so that it can't say this in one language. */
export function Speechless() {
  const shade = useDark();
  return (
    <div className="door" role="alert">
      <div className="speechless">
        <p lang="zh-CN">页面没有完整加载，请检查网络连接后重新加载。</p>
        <p lang="en">The page didn’t arrive whole. Check the connection, then load it again.</p>
        <p lang="es">La página no llegó entera. Compruebe la conexión y vuelva a cargarla.</p>
        <ConfigProvider theme={antdTheme(shade)}>
          <Button type="primary" onClick={() => location.reload()}>
            重新加载 · Reload · Recargar
          </Button>
        </ConfigProvider>
      </div>
    </div>
  );
}
