/** The manifest's `key`: an RSA public key that pins the extension's id; nobody kept its private half. */
export const MANIFEST_KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAv0/wJq2qeWW70TBuzHX4r39/CmVParYqNd6XBssSscIS4lpkncPj9UbtrKO7wDkyhywVju5hT+5OU0MiGBcYiS5FosPzNPByj77/t1ZfqDfPsbXJmO3tMk8PAcVj4bTIr/lZDpTQtFy3FdESdY3blFmyZwU6n6mTXmQHzdmyI/jEFCsXkREIkbcofbfk2p4FeB+loiuVMrfptK8MhiKShTbillSOFt4YHhFZfxXY1yRycCJrhaN/RGQh4Wm1n7SivgErH6m1D+WEsYOFrSn6WjEeC04CIBaGKk+duDKS1CahFjVgbkdY+b59ddO/YvXEQy1IrstpoUPr7V8WSoTUWQIDAQAB';

/** The id that Chromium derives from that key. */
export const EXTENSION_ID = 'pemohdhanahnifkjhjhijdimlbgfcdid';

/** The id by which Firefox knows the extension; its address there is another on every computer. */
export const FIREFOX_ID = 'voice-cards@voicecards.example';
